using System.Text.Json;

namespace Alleviation.Functions.FollowUps;

internal static class AnswerText
{
    /// <summary>The text; null where it is none, half a character among them, which no list has and no text may hold.</summary>
    public static string? Of(JsonElement answer)
    {
        if (answer.ValueKind is not JsonValueKind.String)
        {
            return null;
        }
        try
        {
            return answer.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
