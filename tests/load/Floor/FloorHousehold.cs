using System.Security.Cryptography;
using System.Text;
using Alleviation.Load.Recording;

namespace Alleviation.Load.Floor;

/// <summary>A recording with keys of its own: the same calls of the same sizes for a household that is not there yet.</summary>
internal sealed class FloorHousehold
{
    private const string MessageStart = "<MessageText>";
    private const string MessageEnd = "</MessageText>";

    private readonly List<(string Old, string New)> _replaced;
    private readonly TaskCompletionSource _enrolled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FloorHousehold(RecordedHousehold recording, string villageCode, string recordedAt, string account, string origin)
    {
        Recording = recording;
        VillageCode = villageCode;
        Id = Fresh(recording.Id.Length - 1).Insert(2, "-");
        var audit = RecordedHousehold.Between(recording.Accept[^1].Body, "\"RowKey\":\"", "\"");
        // The village before the township that it begins with: only what is left of that is elsewhere.
        _replaced =
        [
            (recordedAt, origin),
            (RecordedHousehold.Between(recording.Read.Target, "/", "/"), account),
            (recording.Id, Id),
            (recording.VillageCode, villageCode),
            (recording.VillageCode[..9], villageCode[..9]),
            (audit, audit[..^8] + Fresh(8)),
            .. recording.Identities.SelectMany(IdentityOf),
        ];
    }

    public RecordedHousehold Recording { get; }

    public string Id { get; }

    public string VillageCode { get; }

    /// <summary>Of the header, as it was read last.</summary>
    public string ETag { get; set; } = "";

    /// <summary>
    /// A message may be quicker than the commit that it announces; the floor knows when that was made and looks only then.
    /// </summary>
    public Task EnrolledAsync() => _enrolled.Task;

    /// <summary>The first time, it is enrolled.</summary>
    public void Committed() => _enrolled.TrySetResult();

    /// <summary>Of the message that is taken back: the end of its address.</summary>
    public string Announcement { get; set; } = "";

    public string TargetOf(RecordedCall call)
    {
        const string Announcements = "/changes/messages/";
        var target = Replaced(call.Target);
        return call.Is("DELETE", Announcements)
            ? target[..(target.IndexOf(Announcements, StringComparison.Ordinal) + Announcements.Length)] + Announcement
            : target;
    }

    public string BodyOf(RecordedCall call)
    {
        if (!call.IsQueue)
        {
            return Guarded(Replaced(call.Body));
        }
        if (call.Method == "DELETE")
        {
            return "";
        }
        var text = RecordedHousehold.Between(call.Body, MessageStart, MessageEnd);
        var message = Replaced(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
        return call.Body.Replace(text, Convert.ToBase64String(Encoding.UTF8.GetBytes(message)), StringComparison.Ordinal);
    }

    public string Replaced(string text)
    {
        foreach (var (old, fresh) in _replaced)
        {
            text = text.Replace(old, fresh, StringComparison.Ordinal);
        }
        return text;
    }

    public static string WithETag(string body, string etag)
    {
        const string Guard = "If-Match: ";
        if (!body.Contains(Guard, StringComparison.Ordinal))
        {
            return body;
        }
        return body.Replace(Guard + RecordedHousehold.Between(body, Guard, "\r\n"), Guard + etag, StringComparison.Ordinal);
    }

    private string Guarded(string body) => WithETag(body, ETag);

    private static IEnumerable<(string Old, string New)> IdentityOf(RecordedCall call)
    {
        var old = RecordedHousehold.Between(call.Body, "\"RowKey\":\"", "\"");
        var fresh = Fresh(old.Length);
        return [($"\"PartitionKey\":\"{old[..2]}\",\"RowKey\":\"{old}\"", $"\"PartitionKey\":\"{fresh[..2]}\",\"RowKey\":\"{fresh}\"")];
    }

    private static string Fresh(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);
}
