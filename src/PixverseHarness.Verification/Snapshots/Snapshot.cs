using System.Collections.Immutable;
using System.Text;

namespace PixverseHarness.Verification.Snapshots;

/// <summary>
/// A text to be held against a committed file. Its file has the name that Verify would give it,
/// <c>Type.Method_name=value.verified.ext</c>, and holds UTF-8 without a byte order mark, line feeds and no line feed at the end.
/// </summary>
public sealed record Snapshot
{
    /// <summary>What stands between a name and the extension of a committed file.</summary>
    internal const string Verified = ".verified.";

    /// <summary>What stands between a name and the extension of a file that is to be looked at.</summary>
    internal const string Received = ".received.";

    /// <summary>The first part of the name: what is pinned, such as <c>Contract</c>. In a test the name of the class.</summary>
    public required string TypeName { get; init; }

    /// <summary>The second part of the name, such as <c>Submit</c>. In a test the name of the method.</summary>
    public required string MethodName { get; init; }

    /// <summary>Names and values that tell the snapshots of a method apart. Default none.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Extension without a dot: <c>json</c> for one exchange, <c>txt</c> for what is written line by line.</summary>
    public required string Extension { get; init; }

    /// <summary>The text, as it is to be in the file.</summary>
    public required string Text { get; init; }

    /// <summary>The parameters as they stand in the name: <c>profile=documented_answer=forbidden</c>; empty for none.</summary>
    public string ParametersText => string.Join('_', Parameters.Select(p => $"{p.Key}={p.Value}"));

    /// <summary>The name without <c>.verified</c> and extension. It is also the id by which the snapshot is accepted.</summary>
    public string Name => Parameters.IsEmpty ? $"{TypeName}.{MethodName}" : $"{TypeName}.{MethodName}_{ParametersText}";

    /// <summary>Name of the committed file.</summary>
    public string VerifiedFile => Name + Verified + Extension;

    /// <summary>Name of the file beside it that holds another text, to be looked at; git ignores it.</summary>
    public string ReceivedFile => Name + Received + Extension;

    /// <summary>What the committed file has to hold, byte by byte.</summary>
    internal byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>The name of a committed file without <c>.verified</c> and extension; null when the file is none.</summary>
    public static string? NameOf(string file) =>
        file.LastIndexOf(Verified, StringComparison.Ordinal) is > 0 and var end ? file[..end] : null;
}
