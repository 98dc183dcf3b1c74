/** How earlier forecasts of the same kind came out, each made from what was known before its hours. */
export type ForecastRecord = {
  /** Forecast hours that have passed since. */
  hours: number;
  /** Share (0..1) of them whose count lay in its 80 % band. */
  covered80: number;
  /** Mean absolute error in mentions an hour, and that of "as many as in the same hour last week"; null: no week is known. */
  error: number;
  errorOfLastWeek: number | null;
};

/**
 * `GET /api/forecast?brand&hours`: mentions of whole hours, the running one first, with bands that hold four in five. `at`: the
 * hour's start. `refused`: too little was heard; points and record are empty then.
 */
export type ForecastAnswer = {
  stepMs: number;
  points: { at: number; expected: number; low: number; high: number }[];
  record: ForecastRecord | null;
  refused?: { code: 'too-short'; heardHours: number; neededHours: number };
};
