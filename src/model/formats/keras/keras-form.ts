/** Versions of Keras that brought the forms in which models are written. */
export const kerasForm = { h5: '2.4.0', keras: '3.0.0' } as const;
