namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>Texts that have broken programs before.</summary>
internal static class NastyText
{
    private static readonly string[] All =
    [
        "", " ", "\0", "\t", "\r\n", "\u0001", "\u001f", "\u007f", "\u0085", "\u00a0", "\u2028", "\u202e示例", "\u200b", "\ufeff", "\ufffd", "\uffff", "😀", "👩‍👩‍👧‍👦", "e\u0301", "İ", "ß",
        "null", "undefined", "NaN", "Infinity", "true", "-1", "0", "00", "1.0", "1e3", "1e308", "2147483648", "9223372036854775808", "-9223372036854775809", "0x1F", "１２３", "٤٤١٤", "½",
        "0001-01-01", "9999-12-31", "1601-01-01", "1600-12-31", "2026-02-30", "2026-13-01", "20261122", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59-14:00", "1600-12-31T23:59:59Z", "1601-01-01T00:00:00Z", "2026-11-22T08:30:00", "2026-11-22T24:00:00Z", "2026-11-22T08:30:00.123456789012Z", "-0001-01-01T00:00:00Z",
        "../../etc/passwd", "..", ".", "a/b", "a\\b", "a#b", "a?b", "a%b", "%2e%2e%2f", "%00", "'", "''", "' or PartitionKey ne '", "\"", "<script>alert(1)</script>", "${jndi:ldap://x}", "{0}", "{", "}", "[", ";", "=1+1", "@SUM(1)",
        "4", "44", "4414", "441402", "441402004", "441402004001", "441402004001\n", "441402004001 ", "４４１４０２", "999999999999", "P441402004-01\n", "P44-0001", "p441402004-01", "I10", "I10\n", "i10", "44140200400100001",
        "44140219660230001X", "441402196602030019", "11010119000307721X", "household", "1:household", "1:member:01", "entry", "import", "search", "template", "replay", "password", "v1", "\"v1\"", "*", "W/\"v1\"", "\"v99999999999\"", "\"v-1\"", "\"v1\", \"v2\"",
    ];

    /// <summary>A lone surrogate, which only JSON can carry; see <see cref="JsonMutation"/>.</summary>
    public const string LoneSurrogate = "§lone§";

    public static string Any(Random random) => random.Next(12) switch
    {
        0 => new string((char)random.Next(0x20, 0x7f), random.Next(1, 300)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(1, 0xD7FF))),
        2 => new string('梅', random.Next(1, 5_000)),
        3 => All[random.Next(All.Length)] + All[random.Next(All.Length)],
        _ => All[random.Next(All.Length)],
    };
}
