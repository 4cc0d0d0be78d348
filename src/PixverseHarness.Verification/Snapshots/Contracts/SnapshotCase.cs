using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>One thing to pin: an answer of an operation, or a conversation.</summary>
/// <param name="TypeName">What kind of thing: <see cref="Answers"/> or <see cref="Talks"/>.</param>
/// <param name="MethodName">The operation, or the name of the conversation.</param>
/// <param name="Answer">Name of the answer: that of an error cause, or <c>accepted</c>, <c>queued</c>, <c>processing</c>, <c>completed</c>, <c>balance</c>; null for a conversation.</param>
public sealed record SnapshotCase(string TypeName, string MethodName, string? Answer)
{
    /// <summary>Type name of single exchanges.</summary>
    public const string Answers = "Contract";

    /// <summary>Type name of conversations.</summary>
    public const string Talks = "Conversations";

    /// <summary>An answer of an operation.</summary>
    internal static SnapshotCase Of(ApiOperation operation, string answer) => new(Answers, operation.ToString(), answer);

    /// <summary>A conversation.</summary>
    internal static SnapshotCase Of(string conversation) => new(Talks, conversation, null);

    /// <summary>The snapshot of this case with a text.</summary>
    internal Snapshot With(string text, ApiProfile profile) => new()
    {
        TypeName = TypeName,
        MethodName = MethodName,
        Parameters = ParametersUnder(profile),
        Extension = Answer is null ? "txt" : "json",
        Text = text,
    };

    /// <summary>Name of the snapshot of this case under a profile.</summary>
    public string NameUnder(ApiProfile profile) => With("", profile).Name;

    private ImmutableArray<KeyValuePair<string, string>> ParametersUnder(ApiProfile profile)
    {
        var ofProfile = new KeyValuePair<string, string>("profile", profile.Name);
        return Answer is null ? [ofProfile] : [ofProfile, new("answer", Answer)];
    }
}
