using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Sessions;

/// <summary>The three calls that read a job.</summary>
internal sealed partial class Exchange
{
    // Whether another key's id is refused or answered is unknown (section 15): it is treated as unknown.
    private Job? FindJob()
    {
        var job = _subject.Number is { } number ? _session.Jobs.Find(number) : null;
        return job is not null && string.Equals(job.Account.Key, _scope.Key, StringComparison.Ordinal) ? job : null;
    }

    private void CountRead(Job? job)
    {
        _scope.Job = job;
        _scope.State = job?.StateAt(_now);
        _scope.Attempt = job is null ? 1 : _route.Operation == ApiOperation.GetStatus ? ++job.StatusReads : ++job.ResultReads;
        if (job?.Faults is not null || !_session.Faults.IsEmpty)
        {
            _scope.Decision = TwinSession.DecisionOf(_session.OutputSecret, _route.Operation, _scope.Key, _route.Id);
        }
    }

    private TwinAnswer? AnswerRead(Job? job)
    {
        if (_session.Options.Profile.PollsCount)
        {
            var limiter = _session.AccountOf(_scope.Key!).Limiter;
            if (!limiter.HasRoom(_now))
            {
                return Refuse(ErrorCauses.RateLimited);
            }

            limiter.Count(_now);
        }

        if (job is null)
        {
            // The wording of the poll URL's 404 differs (section 6, observed).
            return Refuse(
                ErrorCauses.RequestNotFound,
                _route.Operation == ApiOperation.GetV1Result ? $"Output for this request ID {_route.Id} Not Found" : null);
        }

        var state = _scope.State!.Value;
        if (state == JobState.Failed)
        {
            _cause = job.Failure;
            return Tell(job, state, 422);
        }

        var isTooEarly = _route.Operation != ApiOperation.GetStatus && state != JobState.Completed;
        return isTooEarly && _session.Options.Profile.UnfinishedResult == UnfinishedResult.NotFound
            ? Refuse(ErrorCauses.RequestNotFound)
            : Tell(job, state, OperationSpec.SuccessStatus);
    }
}
