using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // The video file (sections 1 and 6).
    private static Clause[] Outputs() =>
    [
        Say("PV-OUTPUT-001", "The output URL can be fetched without a key.",
            SecondHand("hosts page", "1")),
        Say("PV-OUTPUT-002", "The output lies on another origin than the API, so the key must not go there.",
            SecondHand("hosts page", "1")),
        Say("PV-OUTPUT-003", "The output file is served as video/mp4.",
            Inferred("content_type of the result", "6")),
        Say("PV-OUTPUT-004", "The output file has as many bytes as video.file_size says.",
            Inferred("name of the member", "6")),
        Say("PV-OUTPUT-005", "The picture has the aspect ratio that was asked for.",
            Inferred("meaning of the parameter", "4")),
        Say("PV-OUTPUT-006", "The clip lasts as long as was asked for.",
            Inferred("meaning of the parameter", "4")),
        Say("PV-OUTPUT-007", "Whether the file server takes Range requests or names an ETag is not known.",
            Unknown("the twin serves whole files and no ETag", "15, 16")),
        Say("PV-OUTPUT-008", "Whether the file server refuses requests that carry a key is not known.",
            Unknown("the twin refuses nothing", "6")),
    ];
}
