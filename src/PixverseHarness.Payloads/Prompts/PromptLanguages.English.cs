namespace PixverseHarness.Payloads.Prompts;

/// <summary>The phrases, one file for each language.</summary>
internal static partial class PromptLanguages
{
    /// <summary>English.</summary>
    public static PromptLanguage English { get; } = new()
    {
        Tag = "en",
        Locale = "en",
        Share = 0.4f,
        Scenes =
        [
            new(
                ["a red fox", "an old sheepdog", "a snow leopard", "a tiny hummingbird", "a curious otter", "a black horse"],
                ["pauses and looks straight at us", "runs past without a sound", "shakes the water from its coat", "follows a drifting feather", "wakes up and stretches"],
                ["in a snowy birch forest", "on a foggy riverbank", "among tall summer grass", "at the edge of a frozen lake", "under blossoming cherry trees"]),
            new(
                ["a street musician", "a young violinist in a yellow raincoat", "an elderly fisherman", "a barista with tattooed arms", "a ballet dancer", "a girl with a paper lantern"],
                ["turns around and smiles", "walks slowly through the crowd", "starts to dance in the rain", "reads a crumpled letter", "looks up as the lights come on"],
                ["on a crowded night market", "in a narrow cobbled street", "on the roof of a parking garage", "in a half-empty subway car", "at a small harbour"]),
            new(
                ["a rusty delivery robot", "a vintage tram", "a silver spaceship", "a yellow hot-air balloon", "a wooden sailing boat", "a vintage motorcycle"],
                ["glides into view", "comes to a sudden stop", "rises slowly out of the mist", "leaves a trail of sparks", "disappears behind the hill"],
                ["above an endless desert", "on a coastal road", "through a neon-lit city", "over terraced rice fields", "along a mountain pass"]),
            new(
                ["a lonely lighthouse", "a field of sunflowers", "a waterfall", "an abandoned greenhouse", "a giant oak tree"],
                ["is swallowed by the clouds", "glows as the sun breaks through", "changes from summer to winter", "sways in a rising storm", "is slowly covered by snow"],
                ["on a rocky coast", "in the middle of nowhere", "high in the mountains", "beside a still lake", "at the end of a dirt road"]),
        ],
        Cameras =
        [
            "slow dolly in", "handheld tracking shot", "wide aerial shot from a drone", "low-angle close-up", "static camera on a tripod",
            "smooth 360 orbit", "whip pan at the end", "35mm lens with shallow depth of field", "crane shot rising upwards", "first-person view",
        ],
        Lights =
        [
            "golden hour light", "soft overcast light", "blue moonlight", "neon reflections on wet asphalt", "harsh midday sun",
            "candlelight", "morning fog with sun rays", "lightning in the distance", "warm tungsten light", "backlit with long shadows",
        ],
        Looks =
        [
            "cinematic", "photorealistic, 4k", "shot on grainy 16mm film", "in the style of a nature documentary", "dreamlike pastel colours",
            "moody film noir", "stop-motion feel", "hyperlapse", "watercolour look", "teal and orange grading",
        ],
        Negatives =
        [
            "No sudden movements, no fast zooms.", "blurry, low quality, distorted hands", "text, watermark, logo", "people in the background",
            "flickering, jitter, extra limbs", "no camera shake please", "oversaturated colours, cartoon look", "cuts, split screen",
        ],
        Shapes =
        [
            PromptShape.Parse("{Subject} {action} {place}, {camera}, {light}, {look}."),
            PromptShape.Parse("{Subject} {action} {place}. {Camera}. {Light}. {Look}."),
            PromptShape.Parse("{subject}, {place}, {light}, {camera}, {look}, highly detailed"),
            PromptShape.Parse("{Camera}: {subject} {action} {place}, {light}"),
            PromptShape.Parse("Make a short clip where {subject} {action} {place} near {city}. {Light}, {look} please"),
            PromptShape.Parse("Scene: {subject} {action} {place}. Camera: {camera}. Light: {light}. Style: {look}."),
            PromptShape.Parse("{city}, {light}. {Subject} {action} {place} while the camera holds still, then {camera}. Overall look: {look}, no dialogue."),
            PromptShape.Parse("{subject} {action}, {look}"),
        ],
    };
}
