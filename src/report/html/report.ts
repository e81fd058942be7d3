/**
 * laporan.html: one page for looking, that opens anywhere and needs nothing. Cases become text as they come and only
 * those that can be listed are kept, so that a run of any size costs about the memory of the page. People who need
 * nothing are listed last: they wait, and in the end as many become text as there is room for.
 */
import { access, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Case } from "../../finding/case.ts";
import type { PlainAgreement } from "../../finding/cases.ts";
import type { Rejection } from "../../input/judged-rows.ts";
import type { CaseReport, ReportContext, RunEnd } from "../case-report.ts";
import { FILE_MODE, PAGE_FILE, WORKBOOK_FILE } from "../run-entries.ts";
import { AgreementCounts } from "./agreement-counts.ts";
import { caseItem } from "./case-item.ts";
import { frame, type PageContent } from "./page.ts";
import { PressingFirst } from "./pressing-first.ts";
import { type RejectedRow, ROWS_SHOWN } from "./provenance.ts";

/** Under two megabytes: what mail servers let through and an old office computer opens at once. */
const MOST_BYTES = 1_990_000;
/** How much longer the page can get by saying that not all cases are listed. */
const SLACK_BYTES = 1000;
/** No case takes less on the page. */
const FEWEST_BYTES_PER_CASE = 300;
/** Where other cases can be found, the friendliest first; the workbook is there when it was asked for. */
const CASE_FILES = [WORKBOOK_FILE, "cases.csv"] as const;

export async function openHtmlReport(context: ReportContext): Promise<CaseReport> {
  return new HtmlReport(context);
}

class HtmlReport implements CaseReport {
  private readonly context: ReportContext;
  private readonly listed = new PressingFirst(MOST_BYTES);
  private readonly agreements = new AgreementCounts();
  /** The first who need nothing, and how many bytes of the page they take at least. */
  private readonly waiting: (PlainAgreement | string)[] = [];
  private waitingBytes = 0;
  private readonly rejected: RejectedRow[] = [];

  constructor(context: ReportContext) {
    this.context = context;
  }

  add(judged: Case): void {
    this.agreements.add(judged);
    this.list(judged);
  }

  agree(agreement: PlainAgreement): void {
    this.agreements.agree(agreement);
    if (agreement.judgement.action !== "none") this.list(agreement.whole());
    else if (this.mayFindRoom()) this.wait(agreement, FEWEST_BYTES_PER_CASE);
  }

  private list(judged: Case): void {
    const { action } = judged;
    if (action === "none") {
      if (!this.mayFindRoom()) return;
      const text = this.textOf(judged);
      this.wait(text, text.length);
    } else if (this.listed.wants(action)) this.listed.add(action, this.textOf(judged));
  }

  private textOf(judged: Case): string {
    return caseItem(judged, this.context).text;
  }

  /** Whether one more who needs nothing could be listed in the end. */
  private mayFindRoom(): boolean {
    return this.waitingBytes <= MOST_BYTES && this.listed.wants("none");
  }

  private wait(item: PlainAgreement | string, bytes: number): void {
    this.waiting.push(item);
    this.waitingBytes += bytes;
  }

  private listWaiting(): void {
    for (const item of this.waiting) {
      if (!this.listed.wants("none")) return;
      this.listed.add("none", typeof item === "string" ? item : this.textOf(item.whole()));
    }
  }

  reject(file: string, rejection: Rejection): void {
    if (this.rejected.length < ROWS_SHOWN) this.rejected.push({ file, ...rejection });
  }

  async finish({ summary, duplicates }: RunEnd): Promise<void> {
    const { folder, language, masked } = this.context;
    const content: PageContent = {
      language,
      masked,
      summary,
      agreements: this.agreements,
      duplicates,
      rejected: this.rejected,
      caseFiles: await present(folder, CASE_FILES),
    };
    this.listWaiting();
    const { before, after } = frame(content, this.listed.count);
    this.listed.shrink(Buffer.byteLength(before) + Buffer.byteLength(after) + SLACK_BYTES);
    const page = frame(content, this.listed.count);
    const parts = [Buffer.from(page.before), ...this.listed.all(), Buffer.from(page.after)];
    await writeFile(path.join(folder, PAGE_FILE), Buffer.concat(parts), { mode: FILE_MODE });
  }

  async abandon(): Promise<void> {
    // nothing is open before the end
  }
}

async function present(folder: string, files: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    const isThere = await access(path.join(folder, file)).then(
      () => true,
      () => false,
    );
    if (isThere) found.push(file);
  }
  return found;
}
