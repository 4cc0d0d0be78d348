using System.Runtime.CompilerServices;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verify.Tests.Shown;

/// <summary>Holds a thing against the committed file beside the test, by our own store.</summary>
internal static class Pinned
{
    public static Task MatchesAsync(object thing, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var shown = thing switch
        {
            Exchange exchange => ShownText.Of(exchange),
            Conversation conversation => ShownText.Of(conversation),
            Finding finding => ShownText.Of(finding),
            RunDocument run => ShownText.Of(run),
            _ => throw new ArgumentException($"{thing.GetType()} is nothing that the adapter knows.", nameof(thing)),
        };
        return Approved.MatchesAsync(
            new Snapshot { TypeName = Path.GetFileNameWithoutExtension(sourceFile), MethodName = method, Extension = shown.Extension, Text = shown.Text }, sourceFile);
    }
}
