namespace PixverseHarness.Cli.Repro;

/// <summary>One step towards an error.</summary>
internal abstract record ReproStep
{
    private ReproStep()
    {
    }

    /// <summary>Sends a request. The last one of a case is the one that meets the error.</summary>
    internal sealed record Send(ReproRequest Request) : ReproStep;

    /// <summary>Moves the twin's clock forward.</summary>
    /// <param name="By">How far.</param>
    /// <param name="Why">What happens meanwhile, in a few words.</param>
    internal sealed record Pass(TimeSpan By, string Why) : ReproStep;
}
