import { expect, test } from "vitest";
import { cohensKappa } from "./kappa.ts";

test.each([
  // Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed., table 18.1: three diagnoses.
  [
    [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ],
    0.676,
  ],
  // The grant proposals and the two tables with equal agreement in textbooks.
  [
    [
      [20, 5],
      [10, 15],
    ],
    0.4,
  ],
  [
    [
      [45, 15],
      [25, 15],
    ],
    0.1304,
  ],
  [
    [
      [25, 35],
      [5, 35],
    ],
    0.2593,
  ],
])("agrees with the literature: %j", (counts, kappa) => {
  expect(cohensKappa(counts)).toBeCloseTo(kappa, 3);
});

test("is 1 for full agreement, 0 for chance, below 0 for less", () => {
  expect(
    cohensKappa([
      [7, 0],
      [0, 3],
    ]),
  ).toBe(1);
  expect(
    cohensKappa([
      [25, 25],
      [25, 25],
    ]),
  ).toBe(0);
  expect(
    cohensKappa([
      [0, 5],
      [5, 0],
    ]),
  ).toBe(-1);
});

test("does not depend on the order of the judges", () => {
  expect(
    cohensKappa([
      [45, 15],
      [25, 15],
    ]),
  ).toBe(
    cohensKappa([
      [45, 25],
      [15, 15],
    ]),
  );
});

test("is 0 when one judge used only one class", () => {
  expect(
    cohensKappa([
      [8, 2, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]),
  ).toBe(0);
});

test("is undefined when both used only one class, or nothing was judged", () => {
  expect(
    cohensKappa([
      [12, 0],
      [0, 0],
    ]),
  ).toBeNull();
  expect(
    cohensKappa([
      [0, 0],
      [0, 0],
    ]),
  ).toBeNull();
});
