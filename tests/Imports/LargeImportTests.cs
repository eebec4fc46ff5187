using System.Text;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>None beside others: it measures the memory of the whole process, which is theirs too.</summary>
[Collection(AloneCollection.Name)]
public sealed class LargeImportTests
{
    private const int Households = 10_000;
    private const int HouseholdsOfVillage = 12;
    private const long MaxMemory = 60L << 20;

    /// <summary>20,000 lines pass through; what stays in memory meanwhile does not grow with them.</summary>
    [Fact]
    public async Task LargeList_IsReceivedInBoundedMemory()
    {
        await using var app = await ImportsApp.StartAsync();
        await app.ImportAsync(SomeList.Households(1));
        var (lowest, growth, looks) = (long.MaxValue, 0L, 0);
        var villages = app.Service<Regions>()
            .All.Where(region => region.Level is RegionLevel.Village)
            .Select(region => region.Code)
            .ToList();

        var answer = await app.CallAsync(
            (functions, request) =>
            {
                request.Body = new EndlessList(Households, villages, Look);
                return functions.ReceiveAsync(request, CancellationToken.None);
            },
            query: "?enrol=whenClear"
        );

        Assert.Equal(202, answer.Status);
        Assert.Equal(
            (2 * Households, Households),
            (answer.Json.GetProperty("lines").GetInt32(), answer.Json.GetProperty("households").GetInt32())
        );
        Assert.NotEqual(0, looks);
        Assert.InRange(growth, 0, MaxMemory);
        var partitions = (await app.RowsAsync("Imports")).Where(row => row.ContainsKey("Sealed")).GroupBy(row => row.PartitionKey).ToList();
        Assert.Equal(256, partitions.Count);
        Assert.Equal(2 * Households, partitions.Sum(rows => rows.Count()));

        // What tests before it have left is given back meanwhile, so that the memory may be less than at the beginning.
        void Look()
        {
            var now = GC.GetTotalMemory(forceFullCollection: true);
            (lowest, looks) = (Math.Min(lowest, now), looks + 1);
            growth = Math.Max(growth, now - lowest);
        }
    }

    /// <summary>A list that is made while it is read, so that not even the test holds it.</summary>
    private sealed class EndlessList(int households, IReadOnlyList<string> villages, Action look) : Stream
    {
        private readonly IEnumerator<byte[]> _parts = Parts(households, villages, look).GetEnumerator();
        private ReadOnlyMemory<byte> _part;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_part.IsEmpty && _parts.MoveNext())
            {
                _part = _parts.Current;
            }
            var length = Math.Min(buffer.Length, _part.Length);
            _part[..length].CopyTo(buffer);
            _part = _part[length..];
            return ValueTask.FromResult(length);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private static IEnumerable<byte[]> Parts(int households, IReadOnlyList<string> villages, Action look)
        {
            yield return Encoding.UTF8.GetBytes(SomeList.Headings + "\n");
            for (var household = 1; household <= households; household++)
            {
                if (household % 1_000 is 0)
                {
                    look();
                }
                yield return Encoding.UTF8.GetBytes(
                    string.Join('\n', SomeList.Household(household, village: villages[household / HouseholdsOfVillage])) + "\n"
                );
            }
        }
    }
}
