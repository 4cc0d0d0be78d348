namespace PixverseHarness.Contract.Profiles;

/// <summary>How an enum value is refused when validation is early: the API page says 400, newer pages speak of 406 for values rejected before the model runs (section 15, contradictions 2 and 4).</summary>
public enum RejectedValueStatus
{
    /// <summary>400.</summary>
    BadRequest,

    /// <summary>406.</summary>
    NotAcceptable,
}
