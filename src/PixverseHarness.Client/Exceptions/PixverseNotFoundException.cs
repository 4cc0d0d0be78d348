namespace PixverseHarness.Client;

/// <summary>The service does not know the job: a wrong id, another key's job, or one whose hour of retention is over.</summary>
public sealed class PixverseNotFoundException : PixverseException
{
    internal PixverseNotFoundException(NotFound failure)
        : base(failure.ToString(), failure, failure.RequestId)
    {
    }
}
