using PixverseHarness.Client;

namespace PixverseHarness.Cli.Demo;

/// <summary>Shows the tour while it runs.</summary>
internal interface IDemoBoard : IProgress<JobProgress>
{
    /// <summary>Every request has been sent.</summary>
    /// <param name="sent">How many.</param>
    /// <param name="accepted">Of these, jobs that came of it.</param>
    void Submitted(int sent, int accepted);

    /// <summary>The twin's clock has been moved on.</summary>
    /// <param name="elapsed">Its time since the start of the tour.</param>
    void Moved(TimeSpan elapsed);
}
