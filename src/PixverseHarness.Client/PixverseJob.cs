using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Client;

/// <summary>
/// Handle of a job: made by a submit, or from a stored id by <see cref="PixverseClient.GetJob"/>. It holds no state of the
/// job, so it can be polled again at any time within the hour of retention.
/// </summary>
public sealed class PixverseJob
{
    private readonly ApiAddress home;
    private Uri? statusUri;
    private Uri? resultUri;

    internal PixverseJob(string requestId, ApiAddress home)
        : this(requestId, home, null, null, [])
    {
    }

    internal PixverseJob(string requestId, ApiAddress home, Uri? statusUri, Uri? resultUri, ImmutableArray<Warning> warnings)
    {
        RequestId = requestId;
        Warnings = warnings;
        this.home = home;
        this.statusUri = statusUri;
        this.resultUri = resultUri;
    }

    /// <summary>The id given by the service; opaque. Store it: with it the job can be found again.</summary>
    public string RequestId { get; }

    /// <summary>What was odd about the answer to the submit; usually empty.</summary>
    public ImmutableArray<Warning> Warnings { get; }

    /// <summary>The id.</summary>
    public override string ToString() => RequestId;

    // A handle may have been made by a client of another address: its URLs must not be used with this one's key.
    internal Uri StatusUri(ApiAddress address) => ReferenceEquals(address, home)
        ? statusUri ??= home.UriOf(ApiOperation.GetStatus, RequestId)
        : address.UriOf(ApiOperation.GetStatus, RequestId);

    internal Uri ResultUri(ApiAddress address) => ReferenceEquals(address, home)
        ? resultUri ??= home.UriOf(ApiOperation.GetResult, RequestId)
        : address.UriOf(ApiOperation.GetResult, RequestId);
}
