using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Load.Capacity;

/// <summary>Keeps of a step what its judgement needs, and passes every sample on.</summary>
internal sealed class StepLog : IRunRecorder
{
    private readonly IRunRecorder? _also;
    private readonly List<(TimeSpan At, int Jobs)> _inFlight = [];
    private readonly List<long> _ended = [];
    private readonly List<long> _outlived = [];
    private readonly List<long> _lateness = [];

    public StepLog(IRunRecorder? also) => _also = also;

    /// <summary>The changes of jobs in flight, in order.</summary>
    public IReadOnlyList<(TimeSpan At, int Jobs)> InFlightChanges => _inFlight;

    /// <summary>End-to-end times of accepted jobs, in microseconds.</summary>
    public CensoredDistribution EndToEnd
    {
        get
        {
            var ended = Distribution.Of(_ended);
            return new CensoredDistribution(ended, ended, Distribution.Of(_outlived));
        }
    }

    /// <summary>How late submits were sent, in microseconds.</summary>
    public Distribution SubmitLateness => Distribution.Of(_lateness);

    /// <summary>How late the latest of the polls and fetches was sent.</summary>
    public TimeSpan MostPollLateness { get; private set; }

    public void Record(JobSample job)
    {
        if (job.Outcome.IsAccepted())
        {
            (job.Outcome.IsCensored() ? _outlived : _ended).Add((job.End - job.DueStart).Ticks / TimeSpan.TicksPerMicrosecond);
        }

        _also?.Record(job);
    }

    public void Record(in RequestSample request)
    {
        if (request.Operation == RequestOperation.Submit)
        {
            _lateness.Add((request.Actual - request.Intended).Ticks / TimeSpan.TicksPerMicrosecond);
        }
        else if (request.Actual - request.Intended > MostPollLateness)
        {
            MostPollLateness = request.Actual - request.Intended;
        }

        _also?.Record(request);
    }

    public void Record(in GeneratorSample health) => _also?.Record(health);

    public void ChangeInFlight(TimeSpan at, int by)
    {
        // Nearly always the last place: only what is handled late goes before others.
        var place = _inFlight.Count;
        for (; place > 0 && _inFlight[place - 1].At > at; place--)
        {
            _inFlight[place - 1] = (_inFlight[place - 1].At, _inFlight[place - 1].Jobs + by);
        }

        _inFlight.Insert(place, (at, by + (place > 0 ? _inFlight[place - 1].Jobs : 0)));
        _also?.ChangeInFlight(at, by);
    }
}
