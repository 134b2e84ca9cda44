// Draws digits of 28x28 bytes as ink on a sheet of paper.
import sharp from 'sharp';

/**
 * A sheet in greys, width x height bytes. `digits` are `{ pixels, left, top, side }`; `light` says how bright the paper
 * is at a place, 0 to 1, beside `shade`, which falls off to the right.
 */
export async function drawSheet(sheet, random) {
  const { width, height, paper, shade, grain, ink, digits, light = () => 1 } = sheet;
  const strokes = await Promise.all(digits.map(({ pixels, side }) => enlarge(pixels, side)));
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shaded = paper - shade * ((x / width) * 0.7 + (y / height) * 0.3);
      const noise = grain * (random.uniform() + random.uniform() - 1);
      const values = digits.map((digit, index) => inkAt(strokes[index], digit, x, y));
      // Enlarging leaves wide soft edges; a pen's are sharp.
      const covered = Math.min(1, Math.max(0, (Math.max(...values) - 80) / 70));
      const value = (shaded * (1 - covered) + ink * covered) * light(x, y) + noise;
      grey[y * width + x] = Math.min(255, Math.max(0, Math.round(value)));
    }
  }
  return grey;
}

/** A grey image of that many bytes a row, for sharp to go on with. */
export function fromGrey(pixels, width, height = width) {
  return sharp(Buffer.from(pixels), { raw: { width, height, channels: 1 } }).toColourspace('b-w');
}

async function enlarge(pixels, side) {
  const stroke = await fromGrey(pixels, 28)
    .resize(side, side, { kernel: 'cubic' })
    .raw()
    .toBuffer();
  return { stroke, channels: stroke.length / (side * side) };
}

function inkAt({ stroke, channels }, { left, top, side }, x, y) {
  const inside = x >= left && x < left + side && y >= top && y < top + side;
  return inside ? stroke[((y - top) * side + x - left) * channels] : 0;
}
