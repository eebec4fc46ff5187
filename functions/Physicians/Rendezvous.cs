using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Weighted rendezvous hashing: each candidate draws a score from the household's id and his own, and the highest wins. The same
/// household gets the same candidate however often it asks, a change of candidates moves only those whom it must, and each is drawn in
/// proportion to his weight (−w / ln u, u uniform in (0, 1)).
/// </summary>
public static class Rendezvous
{
    /// <returns>The id drawn; null when nobody has a weight above 0.</returns>
    public static string? Choose(string key, IEnumerable<(string Id, int Weight)> candidates)
    {
        string? chosen = null;
        var best = double.NegativeInfinity;
        foreach (var (id, weight) in candidates)
        {
            if (weight <= 0)
            {
                continue;
            }
            var score = -weight / Math.Log(Uniform(key, id));
            if (score > best || (score == best && string.CompareOrdinal(id, chosen) < 0))
            {
                (chosen, best) = (id, score);
            }
        }

        return chosen;
    }

    private static double Uniform(string key, string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{key}|{id}"), hash);
        // 53 bits, kept strictly between 0 and 1, because the logarithm needs it.
        return ((BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) + 0.5) / (1UL << 53);
    }
}
