/** Property tests draw the same examples in every run: a test must not pass today and fail tomorrow. */
import fc from "fast-check";

fc.configureGlobal({ seed: 1605 });
