namespace PixverseHarness.Verification.Conversations;

/// <summary>The target's own rate limit keeps a conversation from going on.</summary>
/// <param name="reason">Why it cannot be waited out, as the end of a sentence.</param>
public sealed class RateLimitedException(string reason) : Exception($"the target's own rate limit: {reason}");
