import type { BindingShape } from '../binding.js';
import { digits, pads } from '../places.js';

/** Live Demo: its list, and each demonstration. */
// biome-ignore format: a table is read line by line
export const liveDemoKeys = [
  // Live Demo: the list of demonstrations
  { action: 'show-demo', keys: ['enter'], words: 'show it', places: ['live-menu'], footer: 'shown' },
  { action: 'show-quick', keys: ['s'], words: 'quick demo', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-pad', keys: ['d'], words: 'drawing pad', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-watch', keys: ['w'], words: 'watch a folder', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-batch', keys: ['b'], words: 'batch analysis', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-quiz', keys: ['g'], words: 'guess before the machine', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-training', keys: ['t'], words: 'train before the room', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-guide', keys: ['r'], words: 'readable pictures', places: ['live-menu'], footer: 'hidden' },
  { action: 'show-model', keys: ['m'], words: 'the model', places: ['live-menu'], footer: 'hidden' },

  // Live Demo: quick demo, watched folder, batch, quiz, guidelines, model
  { action: 'play', keys: ['space'], words: 'pause or go on', places: ['live-quick'], footer: 'shown' },
  { action: 'faster', keys: ['+', '='], words: 'faster', places: ['live-quick'], footer: 'shown' },
  { action: 'slower', keys: ['-'], words: 'slower', places: ['live-quick'], footer: 'shown' },
  { action: 'watch-folder', keys: ['enter'], words: 'watch the folder', places: ['live-watch'], footer: 'shown' },
  { action: 'look-closer', keys: ['enter'], words: 'picture large', places: ['live-batch'], footer: 'shown' },
  { action: 'guess', keys: digits, words: 'the digit that the room reads', places: ['live-quiz'], footer: 'hidden', overrides: 'global' },
  { action: 'next-card', keys: ['enter', 'space', 'right'], words: 'next', places: ['live-quiz'], footer: 'shown' },
  { action: 'skip-card', keys: ['s'], words: 'skip', places: ['live-quiz'], footer: 'shown' },
  { action: 'undo-guess', keys: ['u', 'backspace'], words: 'take the guess back', places: ['live-quiz'], footer: 'shown' },
  { action: 'new-round', keys: ['n'], words: 'new round', places: ['live-quiz'], footer: 'shown' },
  { action: 'quiz-source', keys: ['d'], words: 'other data', places: ['live-quiz'], footer: 'shown' },
  { action: 'demo-folder', keys: ['o'], words: 'folder', places: ['live-quick', 'live-watch', 'live-batch'], footer: 'shown' },
  { action: 'demo-samples', keys: ['s'], words: 'sample digits', places: ['live-quick'], footer: 'shown' },
  { action: 'watch-inbox', keys: ['i'], words: 'inbox', places: ['live-watch'], footer: 'shown' },
  { action: 'newest', keys: ['home'], words: 'newest', places: ['live-watch'], footer: 'shown' },
  { action: 'save-csv', keys: ['s'], words: 'save CSV', places: ['live-batch'], footer: 'shown' },
  { action: 'save-json', keys: ['e'], words: 'save JSON', places: ['live-batch'], footer: 'shown' },
  { action: 'batch-order', keys: ['u'], words: 'uncertain first', places: ['live-batch'], footer: 'shown' },
  { action: 'batch-side', keys: ['tab'], words: 'totals or picture', places: ['live-batch'], footer: 'shown' },
  { action: 'demo-again', keys: ['r'], words: 'read again', places: ['live-quick', 'live-batch', 'live-guide'], footer: 'hidden' },
  { action: 'demo-model', keys: ['m'], words: 'another model', places: ['live-model'], footer: 'shown' },
  { action: 'demo-next', keys: ['right', 'n', 'l'], words: 'next', places: ['live-quick', 'live-batch', 'live-guide'], footer: 'shown' },
  { action: 'demo-previous', keys: ['left', 'p', 'h'], words: 'previous', places: ['live-quick', 'live-batch', 'live-guide'], footer: 'hidden' },

  // Live Demo: the drawing pad, training before the room
  { action: 'start-demo', keys: ['r'], words: 'train', places: ['live-training'], footer: 'shown' },
  { action: 'stop-demo', keys: ['s'], words: 'stop', places: ['live-training'], footer: 'shown' },
  { action: 'demo-source', keys: ['d'], words: 'data', places: ['live-training'], footer: 'shown' },
  { action: 'demo-epochs', keys: ['n'], words: 'epochs', places: ['live-training'], footer: 'shown' },
  { action: 'try-on-pad', keys: ['p'], words: 'draw with it', places: ['live-training'], footer: 'shown' },
  { action: 'toggle-pen', keys: ['space'], words: 'pen down, up', places: pads, footer: 'shown' },
  { action: 'name-digit', keys: ['c'], words: 'correct it', places: ['live-pad'], footer: 'shown' },
  { action: 'undo', keys: ['u'], words: 'undo', places: pads, footer: 'shown' },
  { action: 'clear-drawing', keys: ['x'], words: 'clear', places: pads, footer: 'shown' },
  { action: 'toggle-eraser', keys: ['e'], words: 'eraser', places: pads, footer: 'shown' },
  { action: 'save-drawing', keys: ['s'], words: 'save', places: ['live-pad'], footer: 'shown' },
  { action: 'pad-model', keys: ['m'], words: 'model', places: ['live-pad'], footer: 'shown' },
  { action: 'train-on-mine', keys: ['f'], words: 'train on yours', places: ['live-pad'], footer: 'shown' },
  { action: 'redo', keys: ['y'], words: 'redo', places: pads, footer: 'hidden' },
  { action: 'thicker', keys: ['+', '='], words: 'thicker brush', places: pads, footer: 'hidden' },
  { action: 'thinner', keys: ['-'], words: 'thinner brush', places: pads, footer: 'hidden' },
  { action: 'move-pen-left', keys: ['left', 'h'], words: 'move the pen left', places: pads, footer: 'hidden' },
  { action: 'move-pen-right', keys: ['right', 'l'], words: 'move the pen right', places: pads, footer: 'hidden' },
  { action: 'move-pen-up', keys: ['up', 'k'], words: 'move the pen up', places: pads, footer: 'hidden' },
  { action: 'move-pen-down', keys: ['down', 'j'], words: 'move the pen down', places: pads, footer: 'hidden' },
] as const satisfies readonly BindingShape[];
