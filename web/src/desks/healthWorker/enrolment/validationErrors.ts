/** What a check finds wrong: the field, a code whose words stand under `healthWorker.checks`, and what the words need. */
export interface ValidationError {
  field: string
  code: string
  values?: Record<string, string | number>
}

export class ValidationErrors {
  constructor(
    readonly all: ValidationError[] = [],
    private readonly path = '',
  ) {}

  in(field: string): ValidationErrors {
    return new ValidationErrors(this.all, `${this.path}${field}.`)
  }

  add(field: string, code: string, values?: ValidationError['values']): void {
    this.all.push({ field: this.path + field, code, ...(values ? { values } : {}) })
  }
}
