namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>What is wrong with a foreign implementation.</summary>
public enum ForeignFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The URLs of a submit lie on the vendor's origin.</summary>
    UrlsElsewhere,

    /// <summary>The credits call needs no key.</summary>
    CreditsNeedNoKey,

    /// <summary>From the second look on, a completed job is told as running.</summary>
    StepsBack,

    /// <summary>The size of the file is a byte too much.</summary>
    SizeUntrue,

    /// <summary>A refusal by the rate limit does not say when its window ends.</summary>
    LimitWithoutEnd,
}
