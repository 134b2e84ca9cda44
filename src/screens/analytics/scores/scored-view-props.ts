import type { Scores } from '../../../state/analytics/scores.js';
import type { ViewProps } from '../view.js';

export interface ScoredViewProps extends ViewProps {
  scores: Scores;
}
