using Alleviation.Functions.Appointments;
using Alleviation.Functions.Conferences;
using Alleviation.Functions.Households;
using Alleviation.Functions.Referrals;

namespace Alleviation.Tests.Households;

/// <summary>Row keys are a stored contract, and their order decides what is read with a household.</summary>
public sealed class CaseRowTests
{
    [Fact]
    public void Keys_AreAsStored()
    {
        Assert.Equal("referral:01:ab", CaseRow.Key("referral", 1, "ab"));
        Assert.Equal("history:referral:12:ab", CaseRow.PastKey("referral", 12, "ab"));
    }

    [Fact]
    public void OpenCases_AreReadWithTheHousehold_AndPastOnesAreNot() => Assert.All(
        new[] { ReferralRow.Kind, ConferenceRow.Kind, AppointmentRow.Kind },
        kind =>
        {
            Assert.True(string.CompareOrdinal(CaseRow.Key(kind, 1, "ab"), HouseholdRow.Key) > 0);
            Assert.True(string.CompareOrdinal(CaseRow.PastKey(kind, 1, "ab"), HouseholdRow.Key) < 0);
        });
}
