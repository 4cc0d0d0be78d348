namespace PixverseHarness.Payloads;

/// <summary>What a payload is for.</summary>
public enum PayloadKind
{
    /// <summary>A request as a person would send it; the contract accepts it.</summary>
    Valid,

    /// <summary>On or beside an edge; its label says whether the contract accepts it, refuses it or is silent.</summary>
    Boundary,

    /// <summary>Breaks exactly one rule.</summary>
    Violating,
}
