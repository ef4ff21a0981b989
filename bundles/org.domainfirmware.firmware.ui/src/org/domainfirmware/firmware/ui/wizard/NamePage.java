package org.domainfirmware.firmware.ui.wizard;

import java.util.Optional;

import org.domainfirmware.firmware.core.FirmwareTemplate;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;

/** Name and place of a new project; a folder that has files is refused, as those of the project would replace them. */
final class NamePage extends WizardNewProjectCreationPage {
    NamePage() {
        super("project");
        setTitle("Firmware Project");
        setDescription("Name the project and the place of its files.");
    }

    @Override
    protected boolean validatePage() {
        if (!super.validatePage()) {
            return false;
        }
        Optional<String> obstacle = FirmwareTemplate.obstacle(getProjectName(), useDefaults() ? null : getLocationURI());
        setErrorMessage(obstacle.orElse(null));
        return obstacle.isEmpty();
    }
}
