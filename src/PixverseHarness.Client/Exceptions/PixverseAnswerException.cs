namespace PixverseHarness.Client;

/// <summary>An answer came but is not what the call asks for: unreadable, without output, not ready, or a redirect.</summary>
public sealed class PixverseAnswerException : PixverseException
{
    internal PixverseAnswerException(StepFailure failure, string? requestId)
        : base($"{failure}{JobWords(requestId)}", failure, requestId)
    {
    }
}
