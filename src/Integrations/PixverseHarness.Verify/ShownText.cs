using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Snapshots.Documents;
using PixverseHarness.Verification.Snapshots.Exchanges;

namespace PixverseHarness.Verify;

/// <summary>What a thing of ours is to a snapshot: a text that is the same in every run, and the extension of its file.</summary>
/// <param name="Extension">Extension without a dot.</param>
/// <param name="Text">The text.</param>
internal sealed record ShownText(string Extension, string Text)
{
    /// <summary>One exchange: request and answer as JSON.</summary>
    public static ShownText Of(Exchange exchange) => new("json", ExchangeSnapshot.ToJson(exchange));

    /// <summary>A job, or anything else that was talked about: the exchanges one below the other.</summary>
    public static ShownText Of(Conversation conversation) => new("txt", ExchangeSnapshot.ToText(conversation.Exchanges));

    /// <summary>A finding as JSON.</summary>
    public static ShownText Of(Finding finding) => new("json", DocumentSnapshot.ToJson(finding));

    /// <summary>A run document as JSON.</summary>
    public static ShownText Of(RunDocument run) => new("json", DocumentSnapshot.ToJson(run));
}
