import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ChartView, plainCharts } from './chart-view.js';

/** How the charts are looked at, kept while their screen is not there. */
export type ChartStore = StoreApi<ChartView>;

export function createChartStore(): ChartStore {
  return createStore<ChartView>(() => plainCharts);
}
