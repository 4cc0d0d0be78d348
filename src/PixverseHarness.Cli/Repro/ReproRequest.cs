using System.Globalization;
using PixverseHarness.Cli.Simulate;

namespace PixverseHarness.Cli.Repro;

/// <summary>A request of a reproduction, as plain data: it is sent, and written as curl, C# and Python.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path; <c>{id}</c> stands for the id of the last accepted job.</param>
internal sealed record ReproRequest(string Method, string Path)
{
    /// <summary>The key, or null for none.</summary>
    public string? Key { get; init; } = SampleBody.Key;

    /// <summary>Whether the key goes as a bearer token instead of by <c>x-api-key</c>.</summary>
    public bool AsBearer { get; init; }

    /// <summary>Value of Content-Type; null for none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Length of a body of nothing but x, instead of <see cref="Body"/>; 0 for none.</summary>
    public int Filler { get; init; }

    /// <summary>How long the client waits for the whole answer; null for as long as it takes.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>Whether it has a body.</summary>
    public bool HasBody => Body is not null || Filler > 0;

    /// <summary>The bytes of the body as text.</summary>
    public string Content => Filler > 0 ? new string('x', Filler) : Body ?? "";

    /// <summary>The headers that a client sets, in order; host, length and connection aside.</summary>
    public IEnumerable<(string Name, string Value)> Headers()
    {
        if (Key is not null)
        {
            yield return AsBearer ? ("authorization", $"Bearer {Key}") : (Contract.Operations.Operations.KeyHeader, Key);
        }

        if (ContentType is not null)
        {
            yield return ("content-type", ContentType);
        }
    }

    /// <summary>Seconds of patience with a dot; null for none.</summary>
    public string? PatienceSeconds => Patience?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
