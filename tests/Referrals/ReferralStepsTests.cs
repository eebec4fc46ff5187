using Alleviation.Functions.Referrals;

namespace Alleviation.Tests.Referrals;

public sealed class ReferralStepsTests
{
    /// <summary>All that is allowed; every other cell of the table is not.</summary>
    private static readonly Dictionary<(ReferralStatus, ReferralStep), ReferralStatus> Allowed = new()
    {
        [(ReferralStatus.Sent, ReferralStep.Accept)] = ReferralStatus.Accepted,
        [(ReferralStatus.Sent, ReferralStep.Decline)] = ReferralStatus.Sent,
        [(ReferralStatus.Sent, ReferralStep.PassOn)] = ReferralStatus.Sent,
        [(ReferralStatus.Sent, ReferralStep.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.Returned, ReferralStep.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.Accepted, ReferralStep.Decline)] = ReferralStatus.Sent,
        [(ReferralStatus.Accepted, ReferralStep.See)] = ReferralStatus.Seen,
        [(ReferralStatus.Accepted, ReferralStep.Withdraw)] = ReferralStatus.Withdrawn,
        [(ReferralStatus.Seen, ReferralStep.Answer)] = ReferralStatus.Answered,
        [(ReferralStatus.Seen, ReferralStep.Close)] = ReferralStatus.Closed,
        [(ReferralStatus.Answered, ReferralStep.Close)] = ReferralStatus.Closed,
    };

    public static TheoryData<ReferralStatus, ReferralStep> Cells
    {
        get
        {
            var cells = new TheoryData<ReferralStatus, ReferralStep>();
            foreach (var status in Enum.GetValues<ReferralStatus>())
            {
                foreach (var step in Enum.GetValues<ReferralStep>())
                {
                    cells.Add(status, step);
                }
            }

            return cells;
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public void EveryCell_IsAsAgreed(ReferralStatus status, ReferralStep step) =>
        Assert.Equal(Allowed.TryGetValue((status, step), out var next) ? next : null, ReferralSteps.After(status, step));

    [Theory]
    [InlineData(ReferralStep.Accept, ReferralActor.Receiver)]
    [InlineData(ReferralStep.Decline, ReferralActor.Receiver)]
    [InlineData(ReferralStep.PassOn, ReferralActor.Service)]
    [InlineData(ReferralStep.See, ReferralActor.Receiver)]
    [InlineData(ReferralStep.Answer, ReferralActor.Receiver)]
    [InlineData(ReferralStep.Close, ReferralActor.Sender)]
    [InlineData(ReferralStep.Withdraw, ReferralActor.Sender)]
    public void EveryStep_IsSomebodysToTake(ReferralStep step, ReferralActor actor) => Assert.Equal(actor, ReferralSteps.By(step));
}
