/** What a thread that renders cases does: it listens, and answers with case numbers or lines (case-writer.ts). */
import { parentPort } from "node:worker_threads";
import { CaseNumbers } from "../finding/case-id.ts";
import { casesFrom } from "../finding/shared-cases.ts";
import { keyMakerFrom } from "../match/roster.ts";
import { CaseRenderer } from "./case-renderer.ts";
import { buffersOf, type WriterTask } from "./case-writer.ts";

const port = parentPort!;

let renderer: CaseRenderer;

port.on("message", (task: WriterTask) => {
  switch (task.kind) {
    case "numbers":
      port.postMessage(CaseNumbers.of(keyMakerFrom(task.shown).people, task.count).shared());
      break;
    case "cases":
      renderer = new CaseRenderer(casesFrom(task.cases), task.language);
      break;
    case "render": {
      if (task.spare !== null) renderer.giveBack(task.spare);
      const lines = renderer.render(task.from, task.to);
      port.postMessage(lines, buffersOf(lines));
      break;
    }
    case "counts":
      port.postMessage(renderer.tally.counts());
      break;
  }
});
