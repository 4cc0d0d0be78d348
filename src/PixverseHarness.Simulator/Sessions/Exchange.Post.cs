using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Limits;
using PixverseHarness.Simulator.Outputs;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Time;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.Simulator.Sessions;

/// <summary>The two calls that create a job.</summary>
internal sealed partial class Exchange
{
    private RequestReading? _reading;

    // Parsing and hashing need nothing of the session's state.
    private void PreparePost()
    {
        _scope.Decision = _session.Fates.HashOf(_scope.Key ?? "", _request.Body.Span);
        if (_scope.Key is not null && !_request.BodyTooLarge && RequestContentType.IsAccepted(_request.ContentType))
        {
            _reading = RequestBody.Read(_request.ContentType!, _request.Body, _session.Options.Profile);
        }
    }

    private TwinAnswer? AnswerPost()
    {
        if (_request.BodyTooLarge)
        {
            return Refuse(ErrorCauses.BodyTooLarge);
        }

        if (_reading is not { } reading)
        {
            return Refuse(ErrorCauses.WrongContentType);
        }

        var profile = _session.Options.Profile;
        var fault = reading.Faults.FirstOrDefault();
        var faultCause = fault is null ? null : FaultCauses.CauseOf(fault, profile);
        if (faultCause == ErrorCauses.MalformedBody)
        {
            return Refuse(faultCause, fault!.Message);
        }

        var tags = ReadTags(reading.Request.Prompt);
        if (Instead() is { } instead)
        {
            return instead;
        }

        if (faultCause?.Stage == ErrorStage.Request)
        {
            return Refuse(faultCause, fault!.Message);
        }

        var isSync = _route.Operation == ApiOperation.GenerateSync;
        if (isSync && !_session.Shared.TryHold())
        {
            return Plain(ErrorAnswers.NotModelled($"more than {_session.Options.MaxHeldCalls} blocking calls at once"));
        }

        var answer = Accept(reading.Request, faultCause is null ? null : fault, tags);
        if (isSync && answer?.Steps[^1] is not TwinStep.Hold)
        {
            _session.Shared.Release();
        }

        return answer;
    }

    private TwinAnswer? Accept(VideoRequest request, ParameterFault? lateFault, ImmutableArray<FaultRule>? tags)
    {
        var profile = _session.Options.Profile;
        var account = _session.AccountOf(_scope.Key!);
        if (!account.Limiter.HasRoom(_now))
        {
            return Refuse(ErrorCauses.RateLimited);
        }

        var price = PriceTable.PriceOf(request);
        price = Mutant?.Price?.Invoke(price, request) ?? price;
        var available = account.Available;
        var accepted = account.TryReserve(price);
        if (accepted || profile.RefusalsCount)
        {
            account.Limiter.Count(_now);
        }

        if (!accepted)
        {
            return Refuse(ErrorCauses.InsufficientCredits, ErrorAnswers.WithAmounts(ErrorCauses.InsufficientCredits, available, price));
        }

        var job = CreateJob(account, price, request, lateFault, tags);
        return job.IsSync ? Hold(job) : Tell(job, JobState.Queued, OperationSpec.SuccessStatus);
    }

    // Tags that concern this call join the rules; the others are kept with the job.
    private ImmutableArray<FaultRule>? ReadTags(string prompt)
    {
        if (!_session.Options.Triggers)
        {
            return null;
        }

        var tags = MagicTags.Read(prompt, _route.Operation, out _note);
        foreach (var tag in tags)
        {
            Rule(tag);
        }

        var later = tags.RemoveAll(t => t.Operations.All(o => Operations.Get(o).CreatesJob));
        return later.IsEmpty ? null : later;
    }

    private Job CreateJob(Account account, MicroDollars price, VideoRequest request, ParameterFault? lateFault, ImmutableArray<FaultRule>? tags)
    {
        var options = _session.Options;
        var isSync = _route.Operation == ApiOperation.GenerateSync;
        var fate = _session.Fates.Draw(_scope.Decision, _session.CountAccepted(_scope.Decision), request, lateFault);
        fate = Bend(fate);

        fate = Mutant?.Bend?.Invoke(fate, request) ?? fate;
        var retention = options.Paced(Mutant?.Retain?.Invoke(ApiLimits.Retention) ?? ApiLimits.Retention).Ticks;
        var cutAt = isSync ? _now + _session.SyncCutOff.Ticks : long.MaxValue;
        var start = _session.Workers.Place(_now + fate.QueueTime.Ticks, s => WorkerFreeAt(s, fate, retention));
        var free = WorkerFreeAt(start, fate, retention);
        var end = Math.Min(free, cutAt);
        var expiry = fate.Loss switch
        {
            EarlyLoss.AtOnce => _now,
            EarlyLoss.AtEnd => end,
            _ => (options.Profile.Retention == RetentionAnchor.Submission ? _now : end) + retention,
        };
        if (fate.LostAfter is { } age)
        {
            expiry = Math.Min(expiry, _now + age.Ticks);
        }

        var job = new Job
        {
            Number = RequestIds.Mint(fate.Id, options.Profile.IdFormat),
            IdFormat = options.Profile.IdFormat,
            Account = account,
            Price = price,
            SubmittedAt = _now,
            StartsAt = Math.Min(start, end),
            EndsAt = end,
            ExpiresAt = fate.Stuck ? end : expiry,
            Failure = free > cutAt ? ErrorCauses.SyncTimeout : fate.Failure,
            Stuck = fate.Stuck && !isSync,
            IsSync = isSync,
            Seed = fate.Seed,
            Prompt = Encoding.UTF8.GetBytes(request.Prompt),
            AspectRatio = request.AspectRatio,
            Duration = request.Duration,
            Rare = RareTraits.Of(free > cutAt ? null : fate.FailureMessage, tags),
        };
        _session.Jobs.Add(job);
        _scope.Job = job;
        return job;
    }

    // A stuck job holds its worker for the whole retention, whichever instant that counts from.
    private long WorkerFreeAt(long start, JobFate fate, long retention)
    {
        if (!fate.Stuck)
        {
            return start + fate.ServiceTime.Ticks;
        }

        return _session.Options.Profile.Retention == RetentionAnchor.Submission ? Math.Max(start, _now + retention) : start + retention;
    }

    private TwinAnswer Hold(Job job)
    {
        var hold = new TwinStep.Hold(job.EndsAt, () => Resume(job), () => Abandon(job));
        return TwinAnswer.Of(_session.Clock, hold);
    }

    private TwinAnswer Resume(Job job)
    {
        _session.Shared.Release();
        lock (_session.Gate)
        {
            _session.Jobs.Settle(_session.Clock.NowTicks);
            var answer = Mutate(Rewrite(Plain(SyncResponse(job))));
            Record(_session.Clock.NowTicks, StatusOf(answer));
            return answer;
        }
    }

    private void Abandon(Job job)
    {
        _session.Shared.Release();
        lock (_session.Gate)
        {
            Record(_session.Clock.NowTicks, 0, $"the client left; job {job.Id} goes on");
        }
    }

    private TwinResponse SyncResponse(Job job)
    {
        if (job.Failure is { } failure)
        {
            _cause = failure;
            return ErrorAnswers.Of(failure, failure.StatusFor(_session.Options.Profile, ApiOperation.GenerateSync), job.FailureMessage);
        }

        var response = new TwinResponse
        {
            Status = OperationSpec.SuccessStatus,
            ContentType = "video/mp4",
            Body = SampleVideos.Get(job.AspectRatio, job.Duration),
            Headers =
            [
                new("x-cost", Number(job.Price.ToDollars())),
                new("x-generation-time", Number(JobBodies.Seconds(job.EndsAt - job.StartsAt))),
                new("x-remaining-credits", Number(job.BalanceAfter!.Value.ToDollars())),
                new("x-request-id", job.Id),
                new("x-seed-value", job.Seed.ToString(CultureInfo.InvariantCulture)),
            ],
        };
        return job.Account.Limiter.IsOn
            ? response.WithHeader(Operations.RateLimitResetHeader, UtcText.Seconds(FixedWindowLimiter.EndOf(_session.Clock.NowTicks, _session.RateWindow)))
            : response;
    }

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
