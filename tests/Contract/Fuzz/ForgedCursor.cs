using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>Cursors that nobody was given: mangled ones, and ones whose check value holds.</summary>
internal static class ForgedCursor
{
    private static readonly string[] Contents =
    [
        "",
        "null",
        "{}",
        "[]",
        "[null]",
        "[1]",
        "[[\"a\"]]",
        "\"a\"",
        "[",
        "[\"a\",\"b\"]",
        "[\"\\ud800\"]",
        "[\"a\"",
        "\u0001",
        "[\"\"]",
        "[\" \"]",
    ];

    private static readonly string[] Parts =
    [
        "441402004001 00-000000000000000000000000000000",
        "441402004001",
        " ",
        "a b",
        "a b c",
        "%zz b",
        "%2F b",
        "%00 %00",
        "1!8!NDQx 1!4!YQ--",
        "00-000000000000000000000000000000 entry:01:20261122T083000Z:enrolment:00000000",
        "entry:01",
        "changes 00000000000000000000000000000000",
        "-1",
        "7",
        "99999999999",
        "0",
        "' b",
        "a/b c",
        "zzz zzz",
    ];

    public static string Any(Random random) =>
        random.Next(4) switch
        {
            0 => NastyText.Any(random),
            1 => Signed(Contents[random.Next(Contents.Length)]),
            2 => Cursor.Of(NastyText.Any(random)),
            _ => Cursor.Of(Parts[random.Next(Parts.Length)]),
        };

    private static string Signed(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return Base64Url.EncodeToString([.. SHA256.HashData(bytes).AsSpan(0, 4), .. bytes]);
    }
}
