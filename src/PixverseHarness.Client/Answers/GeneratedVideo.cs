using System.Collections.Immutable;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Client;

/// <summary>Result of a completed job.</summary>
/// <param name="RequestId">Id of the job.</param>
/// <param name="Url">
/// Where the file is: public, served without a key, and kept longer than the record (facts sheet section 6).
/// <see cref="PixverseClient.DownloadAsync(GeneratedVideo, Stream, CancellationToken)"/> fetches it.
/// </param>
/// <param name="Metrics">Times and cost as the service states them.</param>
/// <param name="Response">The whole answer, unknown members included; null if it does not fit the contract's model.</param>
/// <param name="Warnings">What was odd about the answer; usually empty.</param>
public sealed record GeneratedVideo(
    string RequestId,
    Uri Url,
    StatedMetrics Metrics,
    JobResponse? Response,
    ImmutableArray<Warning> Warnings)
{
    /// <summary>Id and URL.</summary>
    public override string ToString() => $"{RequestId}: {Url}";
}
