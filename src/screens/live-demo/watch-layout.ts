interface Size {
  width: number;
  height: number;
}

/** Where things are while a folder is watched, in cells; two rows below say how it goes. */
export interface WatchLayout {
  picture: Size;
  answer: Size;
  history: Size;
}

export const watchLines = 2;
/** Rows of an answer with its ten bars, in its border. */
const leastAnswer = 14;
const leastHistory = 6;

/** @param area the work area, 80x22 or more */
export function watchLayout({ width, height }: Size): WatchLayout {
  const room = height - watchLines;
  const historyHeight = Math.max(leastHistory, Math.floor((room - leastAnswer) / 2));
  const top = room - historyHeight;
  const answerWidth = Math.max(36, Math.floor(width * 0.45));
  return {
    picture: { width: width - answerWidth, height: top },
    answer: { width: answerWidth, height: top },
    history: { width, height: historyHeight },
  };
}
