using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Recording;

/// <summary>What the requests of one operation taught us.</summary>
internal sealed class RequestRecorder
{
    private readonly RequestOperation _operation;
    private readonly ValueHistogram _durations = new();
    private readonly ValueHistogram _fromIntended = new();
    private readonly ValueHistogram _lateness = new();
    private readonly Tally _answers = new();
    private long _failed;

    public RequestRecorder(RequestOperation operation) => _operation = operation;

    public void Record(in RequestSample request)
    {
        _durations.Record(request.End - request.Actual);
        if (request.HasPlan)
        {
            _fromIntended.Record(request.End - request.Intended);
            _lateness.Record(request.Actual - request.Intended);
        }

        _answers.Add(request.Error ?? Units.Text(request.Status ?? 0));
        if (request.Error is not null || request.Status is null or >= 400)
        {
            Interlocked.Increment(ref _failed);
        }
    }

    public RequestDocument ToDocument() => new()
    {
        Operation = _operation,
        Failed = Volatile.Read(ref _failed),
        Durations = DistributionDocument.Of(_durations.ToDistribution()),
        DurationsFromIntended = DistributionDocument.Of(_fromIntended.ToDistribution()),
        Lateness = DistributionDocument.Of(_lateness.ToDistribution()),
        Answers = [.. _answers.Ordered().Select(pair => new CountDocument(pair.Key, pair.Value))],
    };
}
