using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Recording;

/// <summary>
/// The run over time in at most <see cref="Buckets"/> buckets: when time runs past the last one, neighbours are merged and
/// the width doubles, so memory does not grow. In-flight jobs are integrated, hence their means are exact.
/// </summary>
internal sealed class SeriesRecorder
{
    public const int Buckets = 240;

    private readonly Lock _lock = new();
    private readonly long[] _offered = new long[Buckets];
    private readonly long[] _sent = new long[Buckets];
    private readonly long[] _completed = new long[Buckets];
    private readonly long[] _otherwiseEnded = new long[Buckets];
    private readonly long[] _shed = new long[Buckets];
    private readonly long[] _polls = new long[Buckets];
    private readonly long[] _jobMicroseconds = new long[Buckets];
    private readonly long[] _endToEndJobs = new long[Buckets];
    private readonly long[] _endToEnd = new long[Buckets];
    private readonly long[] _queueWaitJobs = new long[Buckets];
    private readonly long[] _queueWait = new long[Buckets];
    private readonly long[] _inFlightMaximum = new long[Buckets];
    private readonly long[] _latenessMaximum = new long[Buckets];
    private long _width;
    private long _inFlightSince;
    private int _inFlight;

    public SeriesRecorder(TimeSpan plannedDuration)
    {
        const long second = 1_000_000;
        var seconds = (long)Math.Ceiling(plannedDuration.TotalSeconds / Buckets);
        _width = Math.Max(1, seconds) * second;
    }

    public void Record(JobSample job)
    {
        var (endToEnd, queueWait) = job.Outcome == JobOutcome.Completed || job.Outcome.IsCensored()
            ? (JobPhases.EndToEnd(job), JobPhases.QueueWait(job))
            : (null, null);
        lock (_lock)
        {
            _offered[Bucket(job.IntendedStart)]++;
            Add(job, endToEnd, _endToEndJobs, _endToEnd);
            Add(job, queueWait, _queueWaitJobs, _queueWait);
            if (job.ActualStart is { } started)
            {
                _sent[Bucket(started)]++;
            }

            var ends = job.Outcome switch
            {
                JobOutcome.Completed => _completed,
                JobOutcome.Shed => _shed,
                JobOutcome.Unfinished => null,
                _ => _otherwiseEnded,
            };
            if (ends is not null)
            {
                ends[Bucket(job.End)]++;
            }
        }
    }

    public void Record(in RequestSample request)
    {
        var late = Units.Microseconds(request.Actual - request.Intended);
        lock (_lock)
        {
            var bucket = Bucket(request.Actual);
            _polls[bucket] += request.Operation == RequestOperation.Poll ? 1 : 0;
            if (request.Operation == RequestOperation.Submit)
            {
                _latenessMaximum[bucket] = Math.Max(_latenessMaximum[bucket], late);
            }
        }
    }

    public void ChangeInFlight(TimeSpan at, int by)
    {
        lock (_lock)
        {
            var moment = Math.Max(0, Units.Microseconds(at));
            Integrate(moment);

            // A change that comes late belongs into time that was summed up without it.
            Add(moment, _inFlightSince, by);
            _inFlight += by;
            var bucket = Bucket(at);
            _inFlightMaximum[bucket] = Math.Max(_inFlightMaximum[bucket], _inFlight);
        }
    }

    /// <summary>The series up to <paramref name="end"/>, the last bucket being cut there.</summary>
    public SeriesDocument ToDocument(TimeSpan end)
    {
        lock (_lock)
        {
            Integrate(Units.Microseconds(end));
            var count = Bucket(end) + 1;
            return new SeriesDocument
            {
                BucketUs = _width,
                Offered = [.. _offered.Take(count)],
                Sent = [.. _sent.Take(count)],
                Completed = [.. _completed.Take(count)],
                OtherwiseEnded = [.. _otherwiseEnded.Take(count)],
                Shed = [.. _shed.Take(count)],
                Polls = [.. _polls.Take(count)],
                JobMicroseconds = [.. _jobMicroseconds.Take(count)],
                EndToEndJobs = [.. _endToEndJobs.Take(count)],
                EndToEndUs = [.. _endToEnd.Take(count)],
                QueueWaitJobs = [.. _queueWaitJobs.Take(count)],
                QueueWaitUs = [.. _queueWait.Take(count)],
                InFlightMaximum = [.. _inFlightMaximum.Take(count)],
                SubmitLatenessMaximumUs = [.. _latenessMaximum.Take(count)],
            };
        }
    }

    private void Add(JobSample job, TimeSpan? duration, long[] jobs, long[] sums)
    {
        if (duration is { } known)
        {
            var bucket = Bucket(job.IntendedStart);
            jobs[bucket]++;
            sums[bucket] += Units.Microseconds(known);
        }
    }

    private void Integrate(long until)
    {
        _ = Bucket(until);
        for (var bucket = _inFlightSince / _width; bucket * _width < until; bucket++)
        {
            _inFlightMaximum[bucket] = Math.Max(_inFlightMaximum[bucket], _inFlight);
        }

        Add(_inFlightSince, until, _inFlight);
        _inFlightSince = Math.Max(_inFlightSince, until);
    }

    private void Add(long from, long to, int jobs)
    {
        while (from < to)
        {
            var bucket = from / _width;
            var next = Math.Min(to, (bucket + 1) * _width);
            _jobMicroseconds[bucket] += (next - from) * jobs;
            from = next;
        }
    }

    private int Bucket(TimeSpan at) => Bucket(Units.Microseconds(at));

    private int Bucket(long at)
    {
        var moment = Math.Max(0, at);
        while (moment >= _width * Buckets)
        {
            Halve();
        }

        return (int)(moment / _width);
    }

    private void Halve()
    {
        _width *= 2;
        foreach (var column in (long[][])
        [
            _offered, _sent, _completed, _otherwiseEnded, _shed, _polls, _jobMicroseconds, _endToEndJobs, _endToEnd, _queueWaitJobs, _queueWait,
        ])
        {
            Fold(column, static (left, right) => left + right);
        }

        Fold(_inFlightMaximum, Math.Max);
        Fold(_latenessMaximum, Math.Max);
    }

    private static void Fold(long[] column, Func<long, long, long> merge)
    {
        for (var index = 0; index < Buckets / 2; index++)
        {
            column[index] = merge(column[2 * index], column[(2 * index) + 1]);
        }

        Array.Clear(column, Buckets / 2, Buckets / 2);
    }
}
