using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Referrals;

/// <summary>RowKey <c>referral:01:{id}</c> while it is open, <c>history:referral:01:{id}</c> after.</summary>
internal static class ReferralRow
{
    public const string Kind = "referral";

    public static Referral? Find(HouseholdPartition partition, CaseKey key, FieldSealer sealer) =>
        CaseRow.Find<Referral>(partition, Kind, key.Member, key.Id, sealer);

    public static TableEntity Write(HouseholdId household, Referral referral, FieldSealer sealer) =>
        CaseRow.Write(household, Kind, referral.Member, referral.Id, referral, referral.IsOver, sealer);

    public static string OpenKey(Referral referral) => CaseRow.Key(Kind, referral.Member, referral.Id);
}
