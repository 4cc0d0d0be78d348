namespace PixverseHarness.Payloads.Prompts;

/// <summary>A part of a prompt that a shape names in braces; with a capital, as in <c>{Subject}</c>, it opens a sentence.</summary>
internal enum PromptPart
{
    /// <summary>Literal text of the shape.</summary>
    Text,

    /// <summary>Who or what is seen.</summary>
    Subject,

    /// <summary>What it does.</summary>
    Action,

    /// <summary>Where it does it.</summary>
    Place,

    /// <summary>A city from the language's Bogus locale.</summary>
    City,

    /// <summary>Camera work.</summary>
    Camera,

    /// <summary>Light and weather.</summary>
    Light,

    /// <summary>Look of the picture.</summary>
    Look,
}
