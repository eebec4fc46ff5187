/** What is wrong with one field, as the service names it: `members[2].idNumber`. */
export interface FieldError {
  field: string
  code: string
  message: string
}

/** An answer that says no (RFC 9457). The title is in the user's language. */
export class ApiProblem extends Error {
  readonly errors: readonly FieldError[]
  readonly current: unknown
  readonly traceId: string | undefined
  readonly version: string | undefined
  readonly retryAfter: number | undefined

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    more: { errors?: FieldError[]; current?: unknown; traceId?: string; version?: string; retryAfter?: number } = {},
  ) {
    super(`${status} ${code}`)
    this.errors = more.errors ?? []
    this.current = more.current
    this.traceId = more.traceId
    this.version = more.version
    this.retryAfter = more.retryAfter
  }

  get isTransient(): boolean {
    return this.status === 429 || this.status >= 500
  }
}

/** Nobody answered: no signal, or the service is away. */
export class NoConnection extends Error {
  /** @param isSlow It was waited for as long as may be: somebody may be there and take too long for this. */
  constructor(readonly isSlow = false) {
    super('no connection')
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  const given = isRecord(body) ? body : {}
  return new ApiProblem(response.status, text(given['code']) ?? `http-${response.status}`, text(given['title']) ?? '', {
    errors: Array.isArray(given['errors']) ? (given['errors'] as FieldError[]) : [],
    current: given['current'],
    ...optional('traceId', text(given['traceId'])),
    ...optional('version', response.headers.get('ETag') ?? undefined),
    ...optional('retryAfter', Number(response.headers.get('Retry-After')) || undefined),
  })
}

function optional<K extends string, V>(key: K, value: V | undefined): { [k in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [k in K]?: V })
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
