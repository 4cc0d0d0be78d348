namespace PixverseHarness.Load.Capacity;

/// <summary>What a step shows about its rate.</summary>
public enum StepVerdict
{
    /// <summary>The service held the rate within the objective.</summary>
    Held,

    /// <summary>It did not.</summary>
    Broke,

    /// <summary>The step cannot tell, because of the generator or the sample.</summary>
    Inconclusive,
}
