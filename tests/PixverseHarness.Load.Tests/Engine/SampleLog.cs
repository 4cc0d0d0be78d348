using System.Globalization;
using System.Text;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Engine;

/// <summary>Keeps every sample of a run, for tests to look at.</summary>
internal sealed class SampleLog : IRunRecorder
{
    public List<JobSample> Jobs { get; } = [];

    public List<RequestSample> Requests { get; } = [];

    public List<(TimeSpan At, int Jobs)> InFlightChanges { get; } = [];

    public IEnumerable<RequestSample> Submits => Requests.Where(static request => request.Operation == RequestOperation.Submit);

    public IEnumerable<RequestSample> Polls => Requests.Where(static request => request.Operation == RequestOperation.Poll);

    public void Record(JobSample job) => Jobs.Add(job);

    public void Record(in RequestSample request) => Requests.Add(request);

    public void Record(in GeneratorSample health)
    {
    }

    public void ChangeInFlight(TimeSpan at, int by) => InFlightChanges.Add((at, by + (InFlightChanges.Count > 0 ? InFlightChanges[^1].Jobs : 0)));

    public int Count(JobOutcome outcome) => Jobs.Count(job => job.Outcome == outcome);

    /// <summary>Everything that was recorded, as text.</summary>
    public string Dump()
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', Jobs);
        foreach (var (operation, intended, actual, end, status, error, cohort) in Requests)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{(int)operation} {intended.Ticks} {actual.Ticks} {end.Ticks} {status} {error} {cohort}");
        }

        foreach (var (at, jobs) in InFlightChanges)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{at.Ticks} {jobs}");
        }

        return text.ToString();
    }
}
