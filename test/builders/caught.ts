import { BanjieError } from '../../src/banjie-error.ts';

/** The BanjieError a call throws; anything else, or nothing, fails the test. */
export const caught = (call: () => unknown): BanjieError => {
  try {
    call();
  } catch (error) {
    if (error instanceof BanjieError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

/** The same of a promise. */
export const rejected = async (promise: Promise<unknown>): Promise<BanjieError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof BanjieError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};
