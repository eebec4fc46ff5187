using System.Globalization;
using System.Text.Json;

namespace Alleviation.Demo.Year;

/// <summary>What somebody is asked: questions, referrals, appointments, conferences, another physician's household.</summary>
internal sealed class YearCases(YearClient client, YearPeople people)
{
    public Task<YearAnswer?> DoAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken)
    {
        var id = happened.Id;
        string Of(string what) => household.Of(happened.Member, what);
        return happened.Step switch
        {
            YearStep.Ask => ByWorkerAsync(HttpMethod.Put, Of($"consultations/{id}"), happened.Body),
            YearStep.Answer => ByResponsibleAsync(HttpMethod.Put, Of($"consultations/{id}/messages/{happened.Word}"), happened.Body),
            YearStep.CloseQuestion => CloseAsync(),
            YearStep.Refer => RememberAsync(ByWorkerAsync(HttpMethod.Put, Of($"referrals/{id}"), happened.Body)),
            YearStep.DeclineReferral => RememberAsync(ByAskedAsync("refusal", new { reason = happened.Word })),
            YearStep.AcceptReferral => ByAskedAsync("acceptance", body: null),
            YearStep.SeePatient => ByAskedAsync("attendance", body: null),
            YearStep.AnswerReferral => ByAskedAsync("answer", happened.Body),
            YearStep.CloseReferral => ByWorkerAsync(HttpMethod.Post, Of($"referrals/{id}/closure"), new { reason = happened.Word }),
            YearStep.Book => BookAsync(),
            YearStep.Attend => AttendAsync(),
            YearStep.CallConference => CallConferenceAsync(),
            YearStep.ConferenceOpinion => ConferenceOpinionAsync(),
            YearStep.ConcludeConference => ConcludeAsync(),
            YearStep.ProposeTransfer => ProposeTransferAsync(),
            YearStep.AcceptTransfer => AcceptTransferAsync(),
            var step => throw new ArgumentOutOfRangeException(nameof(happened), $"Nobody does {step} here."),
        };

        async Task<YearAnswer?> ByWorkerAsync(HttpMethod method, string path, object? body)
        {
            var token = await people.WorkerAsync(household.VillageCode, cancellationToken);
            return await client.SendAsync(token, method, path, body, ifMatch: null, cancellationToken);
        }

        async Task<YearAnswer?> ByAsync(string? physician, HttpMethod method, string path, object? body) =>
            physician is null
                ? null
                : await client.SendAsync(
                    await people.PhysicianAsync(physician, cancellationToken),
                    method,
                    path,
                    body,
                    ifMatch: null,
                    cancellationToken
                );

        Task<YearAnswer?> ByResponsibleAsync(HttpMethod method, string path, object? body) =>
            ByAsync(household.Physician, method, path, body);

        Task<YearAnswer?> ByAskedAsync(string step, object? body) =>
            ByAsync(household.Asked.GetValueOrDefault(id), HttpMethod.Post, Of($"referrals/{id}/{step}"), body);

        async Task<YearAnswer?> RememberAsync(Task<YearAnswer?> asking)
        {
            var answer = await asking;
            household.Asked.Remove(id);
            if (answer is { IsDone: true, Body.ValueKind: JsonValueKind.Object } && answer.Body.TryGetProperty("to", out var to))
            {
                household.Asked[id] = to.GetString() ?? "";
            }
            else if (answer is { IsDone: true, Body.ValueKind: not JsonValueKind.Object })
            {
                await AskWhoIsNextAsync();
            }
            return answer;
        }

        // Who declined sees the household no more; the next who is asked stands in the referral.
        async Task AskWhoIsNextAsync()
        {
            var read = await ByWorkerAsync(HttpMethod.Get, Of($"referrals/{id}"), body: null);
            if (read is { IsDone: true } && read.Body.TryGetProperty("to", out var to))
            {
                household.Asked[id] = to.GetString() ?? "";
            }
        }

        async Task<YearAnswer?> CloseAsync()
        {
            await ByWorkerAsync(HttpMethod.Post, Of($"consultations/{id}/acknowledgement"), new { messageId = happened.Word });
            return await ByWorkerAsync(HttpMethod.Post, Of($"consultations/{id}/closure"), body: null);
        }

        async Task<YearAnswer?> BookAsync()
        {
            if (household.Physician is not { } physician)
            {
                return null;
            }
            // Whoever was never asked for anything has no hours yet.
            await people.PhysicianAsync(physician, cancellationToken);
            var from = happened.On.AddDays(int.Parse(happened.Word, CultureInfo.InvariantCulture));
            var path = $"api/physicians/{physician}/slots?from={from:yyyy-MM-dd}&days=9";
            var slots = await ByWorkerAsync(HttpMethod.Get, path, body: null);
            if (slots is not { IsDone: true })
            {
                return slots;
            }
            var free = slots.Body.GetProperty("items").EnumerateArray().Where(slot => !slot.GetProperty("isTaken").GetBoolean()).ToList();
            if (free.Count == 0)
            {
                return null;
            }
            var start = free[happened.Id[0] % free.Count].GetProperty("start").GetDateTimeOffset();
            var booked = await ByWorkerAsync(
                HttpMethod.Put,
                Of($"appointments/{id}"),
                new
                {
                    physicianId = physician,
                    start,
                    reason = "慢病复诊，调整用药",
                }
            );
            if (booked is { IsDone: true })
            {
                household.Slots[id] = ChinaDay.Of(start);
            }
            return booked;
        }

        async Task<YearAnswer?> AttendAsync() =>
            household.Slots.ContainsKey(id)
                ? await ByWorkerAsync(HttpMethod.Post, Of($"appointments/{id}/attendance"), new { kept = happened.Word is "kept" })
                : null;

        async Task<string?> ReceiverAsync(string discipline)
        {
            var path = $"api/households/{household.Id}/receivers?discipline={discipline}";
            var receivers = await ByResponsibleAsync(HttpMethod.Get, path, body: null);
            return receivers is { IsDone: true }
                ? receivers
                    .Body.GetProperty("items")
                    .EnumerateArray()
                    .Select(receiver => receiver.GetProperty("id").GetString())
                    .FirstOrDefault(receiver => receiver != household.Physician)
                : null;
        }

        async Task<YearAnswer?> CallConferenceAsync()
        {
            if (await ReceiverAsync(happened.Word) is not { } invited)
            {
                return null;
            }
            household.Asked[id] = invited;
            var answerBy = happened.On.AddDays(14).ToString("O", CultureInfo.InvariantCulture);
            return await ByResponsibleAsync(
                HttpMethod.Put,
                Of($"conferences/{id}"),
                new
                {
                    question = "两次调药后仍未达标，是否需要更换方案？",
                    answerBy,
                    invited = new[] { invited },
                }
            );
        }

        async Task<YearAnswer?> ConferenceOpinionAsync() =>
            household.Asked.GetValueOrDefault(id) is { } invited
                ? await ByAsync(
                    invited,
                    HttpMethod.Put,
                    Of($"conferences/{id}/opinions/{invited}"),
                    new { findings = "资料已看，无急性并发症", advice = "加用第二种药，四周后复查" }
                )
                : null;

        async Task<YearAnswer?> ConcludeAsync() =>
            household.Asked.ContainsKey(id)
                ? await ByResponsibleAsync(
                    HttpMethod.Post,
                    Of($"conferences/{id}/conclusion"),
                    new { text = "同意会诊意见，修订方案", proposesRevision = true }
                )
                : null;

        async Task<YearAnswer?> ProposeTransferAsync()
        {
            if (await ReceiverAsync("generalPractice") is not { } receiver)
            {
                return null;
            }
            household.Asked[id] = receiver;
            var path = $"api/households/{household.Id}/transfers/{id}";
            return await ByResponsibleAsync(HttpMethod.Put, path, new { to = receiver, reason = happened.Word });
        }

        async Task<YearAnswer?> AcceptTransferAsync()
        {
            var receiver = household.Asked.GetValueOrDefault(id);
            var path = $"api/households/{household.Id}/transfers/{id}/acceptance";
            var answer = await ByAsync(receiver, HttpMethod.Post, path, body: null);
            household.Physician = answer is { IsDone: true } ? receiver : household.Physician;
            return answer;
        }
    }
}
