using PixverseHarness.Simulator.Admin.Documents;

namespace PixverseHarness.Simulator.Admin.Waiting;

/// <summary>Something that can be waited for. Called under the session's lock.</summary>
internal interface IWaitCondition
{
    /// <summary>What it is, to follow the words <c>waiting for</c>.</summary>
    string Words { get; }

    /// <summary>How it stands.</summary>
    /// <param name="now">This instant.</param>
    /// <exception cref="AdminFault">What is waited for is not there.</exception>
    WaitOutlook Look(long now);

    /// <summary>The answer once it holds.</summary>
    /// <param name="now">This instant.</param>
    /// <param name="advanced">Whether the wait moved the clock itself.</param>
    WaitDocument ToDocument(long now, bool advanced);
}
