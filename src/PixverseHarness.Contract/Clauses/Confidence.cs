namespace PixverseHarness.Contract.Clauses;

/// <summary>How well a fact of the API is known, from best to worst.</summary>
public enum Confidence
{
    /// <summary>Read on a page, in the SDK's source or in its tests, all published by the vendor.</summary>
    Documented,

    /// <summary>The vendor's documentation as restated by a third party that names page and date.</summary>
    SecondHand,

    /// <summary>A third party reports an exchange with the live API, or its code only makes sense after one.</summary>
    Observed,

    /// <summary>Deduced from other facts; the source says from which.</summary>
    Inferred,

    /// <summary>Nobody has published it. The harness models it as a switch and never fails a target for it.</summary>
    Unknown,
}
