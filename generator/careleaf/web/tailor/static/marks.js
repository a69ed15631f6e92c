// A page as it was and as it is in; where they differ, as shares of its height, out.

const WIDE = 320;
const APART = 0.02; // of the height: changes nearer to one another are one spot

export function changedSpots(before, after) {
  const height = Math.round((WIDE * after.naturalHeight) / after.naturalWidth);
  const one = greys(before, height);
  const two = greys(after, height);
  const spots = [];
  for (let y = 0; y < height; y += 1) {
    let differs = false;
    for (let x = y * WIDE * 4; x < (y + 1) * WIDE * 4 && !differs; x += 4) {
      differs = Math.abs(one[x] - two[x]) + Math.abs(one[x + 1] - two[x + 1]) > 40;
    }
    if (!differs) continue;
    const last = spots.at(-1);
    const at = y / height;
    if (last && at - last[1] < APART) last[1] = at + 1 / height;
    else spots.push([at, at + 1 / height]);
  }
  return spots;
}

function greys(image, height) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDE;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0, WIDE, height);
  return context.getImageData(0, 0, WIDE, height).data;
}
