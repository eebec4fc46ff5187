/** What a check finds wrong: the field, a code whose words stand under `healthWorker.checks`, and what the words need. */
export interface Finding {
  field: string
  code: string
  values?: Record<string, string | number>
}

export class Findings {
  constructor(
    readonly all: Finding[] = [],
    private readonly path = '',
  ) {}

  in(field: string): Findings {
    return new Findings(this.all, `${this.path}${field}.`)
  }

  add(field: string, code: string, values?: Finding['values']): void {
    this.all.push({ field: this.path + field, code, ...(values ? { values } : {}) })
  }
}
